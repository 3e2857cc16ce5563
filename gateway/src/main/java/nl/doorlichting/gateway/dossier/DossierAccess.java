package nl.doorlichting.gateway.dossier;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.gateway.GatewayAccess;
import nl.doorlichting.platform.access.AccessRule;

/**
 * Which parts of a dossier a caller may read besides the project itself, which every caller of a dossier may.
 *
 * @param ownMoneyOnly whether the money is that of the organisation of the caller
 * @param reachSums true for every caller with records
 * @param ownRecordsOnly whether the records, and the sums of reach, are those of the organisation of the caller
 */
record DossierAccess(
        boolean money,
        boolean ownMoneyOnly,
        boolean trainings,
        boolean records,
        boolean reachSums,
        boolean ownRecordsOnly) {
    private static final List<String> RECORDS =
            List.of("reports", "reach", "indicators", "verdicts", "lessons", "embeddings", "products");

    static DossierAccess of(Set<String> roles) {
        var money = may(GatewayAccess.READ_PROJECT_FINANCES, roles);
        var records = may(GatewayAccess.READ_PROJECT_RESULTS, roles);
        return new DossierAccess(
                money,
                money && !may(GatewayAccess.READ_EVERY_GRANT, roles),
                may(GatewayAccess.READ_TRAINING_STATISTICS, roles),
                records,
                records || may(GatewayAccess.READ_RESULT_STATISTICS, roles),
                records && !may(GatewayAccess.READ_INVENTORIES, roles));
    }

    private static boolean may(String rule, Set<String> roles) {
        return AccessRule.named(rule).allows(roles);
    }

    /** The names of the parts that the caller may not read, in alphabetical order. */
    List<String> withheld() {
        return Stream.of(
                        of(!money, List.of("money")),
                        of(!trainings, List.of("trainings")),
                        of(!records, RECORDS),
                        of(!reachSums, List.of("reachSums")))
                .flatMap(names -> names)
                .sorted()
                .toList();
    }

    private static Stream<String> of(boolean isWithheld, List<String> names) {
        return isWithheld ? names.stream() : Stream.of();
    }
}
