package nl.doorlichting.training.trainingstatistics;

import java.util.List;
import java.util.Set;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.training.TrainingDimension;
import nl.doorlichting.domain.training.TrainingQuery;
import nl.doorlichting.domain.vocabulary.Profession;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.training.trainingstatistics.TrainingTypeLookup.Types;

/** Makes the key of the row that contains a group of records. */
record TrainingKeyFactory(Set<TrainingDimension> by, Types types, MunicipalityRegister register) {
    private static final int CODE_LENGTH = 6;

    /**
     * The key of a row.
     *
     * @param targetGroup as recorded; when empty, that of the type
     * @param municipality a code; another text is none in particular
     * @param profession a code; another text is none in particular
     */
    TrainingKey key(String trainingType, String targetGroup, Integer year, String municipality, String profession) {
        var type = types.of(trainingType);
        return new TrainingKey(
                by,
                type == null ? null : type.order(),
                trainingType,
                year,
                isCode(municipality) ? municipality : null,
                isCode(municipality) ? province(municipality) : null,
                isStated(targetGroup) ? TargetGroup.valueOf(targetGroup) : type == null ? null : type.targetGroup(),
                isStated(profession) && profession.length() > 1 ? Profession.valueOf(profession) : null,
                type == null ? null : type.phenomenon());
    }

    /** The calendar year that contains the period; null when it has days of several. */
    static Integer year(Period period) {
        var last = period.until().minusDays(1).getYear();
        return period.from().getYear() == last ? last : null;
    }

    /** The codes of the requested place; call it only for a query with a place. */
    List<String> codes(TrainingQuery query) {
        return register.all().stream()
                .filter(one ->
                        query.municipality() == null || query.municipality().equals(one.code()))
                .filter(one -> query.province() == null
                        || query.province().equals(one.province().code()))
                .map(Municipality::code)
                .toList();
    }

    private String province(String municipality) {
        return register.find(municipality).map(one -> one.province().code()).orElse(null);
    }

    private static boolean isCode(String municipality) {
        return municipality != null && municipality.length() == CODE_LENGTH;
    }

    private static boolean isStated(String code) {
        return code != null && !code.isEmpty();
    }
}
