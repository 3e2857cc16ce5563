package nl.doorlichting.training.networks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

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
 *     a member that looks like the number of a municipality, as in GM0988, has to be one, and so has one of two letters
 *     that looks like a country, as in BE, where memberKind is COUNTRY (else 400);
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
        @Size(min = 1, max = 2000) String note) {

    private static final Pattern MUNICIPALITY = Pattern.compile("[Gg][Mm][0-9]{4}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Without the members, who may be people. */
    @Override
    public String toString() {
        return "NetworkRequest";
    }

    /**
     * The members that look like a code and are none: of a municipality, at any time, and of a country where countries are
     * counted. The violations do not repeat what may be a name.
     */
    List<Violation> membersWithoutCode(MunicipalityRegister register) {
        var violations = new ArrayList<Violation>();
        for (var i = 0; members != null && i < members.size(); i++) {
            var member = members.get(i);
            if (MUNICIPALITY.matcher(member).matches() && register.find(member).isEmpty()) {
                violations.add(Violation.body(
                        "/members/" + i,
                        ViolationCode.MUNICIPALITY_NOT_VALID,
                        Map.of("code", member, "successors", List.of()),
                        Text.of("network.municipality-unknown", member)));
            }
            if (memberKind == NetworkMemberKind.COUNTRY
                    && COUNTRY.matcher(member).matches()
                    && !COUNTRIES.contains(member)) {
                violations.add(Violation.body(
                        "/members/" + i, ViolationCode.UNKNOWN_VALUE, Text.of("network.country-unknown")));
            }
        }
        return violations;
    }

    /** Each once. */
    @Override
    public List<String> members() {
        return members == null ? List.of() : members.stream().distinct().toList();
    }
}
