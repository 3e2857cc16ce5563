package nl.doorlichting.gateway.me;

import java.util.List;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The caller, as its token describes it.
 *
 * @param subject the issuer's stable id of the person or machine
 * @param roles roles of the token that this API uses
 * @param organisation number of the organisation that the caller acts for; null for staff
 * @param permissions names of the access rules that one of the roles allows; each service decides for which records
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
