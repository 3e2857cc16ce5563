package nl.doorlichting.training.networks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.json.NaturalId;

/**
 * A network of professionals or organisations.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them. It cannot be changed: another value is 400
 * @param name name of the network
 * @param kind what the network is for
 * @param phenomenon what the network is about: a code of the codelist phenomena; not stated if absent
 * @param track level at which the network works: a code of the codelist tracks; not stated if absent
 * @param members members as far as they are known, each once: by name or, for organisations, by number, as in SIPI;
 *     kept as personal data, because they may be names, and erased some years after they were last stated; none if
 *     absent or empty
 * @param memberCount number of members, as the source says, which need not be the length of members; not stated if
 *     absent
 * @param memberKind kind of members that memberCount counts; required with memberCount, and not stated if absent
 * @param source where the network is written down, in words: the document and its page or line
 * @param reference name that the caller gave the network, unique in the programme, as in networks/youth-work; absent if
 *     it has none. It cannot be changed: another value, or to empty it, is 400
 */
public record NetworkRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotBlank @Size(max = 200) String name,
        @NotNull NetworkKind kind,
        Phenomenon phenomenon,
        Track track,
        @Size(max = 1000) List<@NotBlank @Size(max = 40) String> members,
        Quantity memberCount,
        NetworkMemberKind memberKind,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(max = 2000) String note) {

    /** Without the members, who may be people. */
    @Override
    public String toString() {
        return "NetworkRequest";
    }

    List<String> membersOrNone() {
        return members == null ? List.of() : members.stream().distinct().toList();
    }
}
