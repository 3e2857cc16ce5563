package nl.doorlichting.gateway.me;

import java.util.List;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The caller, as its token describes it.
 *
 * @param subject identity of the user or machine, as the token has it (claim sub); it stays the same
 * @param roles roles of the token that this API uses; empty where it has none of them
 * @param organisation number of the organisation that the caller acts for, as in GM0988; null where the token names
 *     none, as for staff
 * @param permissions names of the access rules that one of the roles meets; empty where none does. Each service decides
 *     for which records
 */
public record MeResponse(
        String subject,
        List<String> roles,
        @Schema(nullable = true) String organisation,
        List<String> permissions) {
    static MeResponse from(Caller caller) {
        return new MeResponse(
                caller.subject(),
                caller.roles().stream().sorted().toList(),
                caller.organisation(),
                AccessRule.allowedTo(caller.roles()));
    }
}
