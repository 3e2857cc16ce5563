package nl.doorlichting.reporting.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * What a record of a report states of its activity. A field that it does not state is that of the report's entry of its
 * project. Source: docs/design/figures.md#inherited-fields.
 *
 * @param inherited names of the fields that come from the entry, in the order of the API
 */
public record InheritedActivity(
        UUID projectId,
        String organisationId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        List<InterventionType> interventionTypes,
        List<Phenomenon> phenomena,
        Place place,
        List<String> inherited)
        implements ActivityFields {

    /**
     * @param entry null when the record is not of a project of a report
     * @param fits whether the place of the entry can be that of the record
     */
    public static InheritedActivity of(ActivityFields stated, ActivityFields entry, Predicate<Place> fits) {
        var fields = new Fields(stated, entry, new ArrayList<>());
        return new InheritedActivity(
                stated.projectId(),
                fields.value("organisationId", ActivityFields::organisationId),
                fields.value("track", ActivityFields::track),
                fields.value("actionLine", ActivityFields::actionLine),
                fields.value("fundingInstrument", ActivityFields::fundingInstrument),
                fields.value("interventionTypes", ActivityFields::interventionTypes),
                fields.value("phenomena", ActivityFields::phenomena),
                fields.value("place", of -> of == entry && !fits.test(of.place()) ? null : of.place()),
                List.copyOf(fields.inherited));
    }

    /**
     * What a record states by itself.
     *
     * @param inherited names of the fields that come from the report's entry
     */
    public static ActivityFields stated(ActivityFields all, List<String> inherited) {
        return new InheritedActivity(
                all.projectId(),
                unless(inherited.contains("organisationId"), all.organisationId()),
                unless(inherited.contains("track"), all.track()),
                unless(inherited.contains("actionLine"), all.actionLine()),
                unless(inherited.contains("fundingInstrument"), all.fundingInstrument()),
                unless(inherited.contains("interventionTypes"), all.interventionTypes()),
                unless(inherited.contains("phenomena"), all.phenomena()),
                unless(inherited.contains("place"), all.place()),
                List.of());
    }

    private static <T> T unless(boolean inherited, T value) {
        return inherited ? null : value;
    }

    private record Fields(ActivityFields stated, ActivityFields entry, List<String> inherited) {
        <T> T value(String name, Function<ActivityFields, T> field) {
            var own = field.apply(stated);
            var given = entry == null ? null : field.apply(entry);
            if (isStated(own) || !isStated(given)) {
                return own;
            }
            inherited.add(name);
            return given;
        }

        private static boolean isStated(Object value) {
            return value != null && !value.equals(List.of()) && !value.equals(Place.UNSPECIFIED);
        }
    }

    /** Whether both are of the same organisation, instrument and place, and about the same, stated or inherited. */
    public static boolean isSame(ActivityFields one, ActivityFields other) {
        return values(one).equals(values(other));
    }

    private static List<Object> values(ActivityFields activity) {
        return Stream.<Object>of(
                        activity.organisationId(),
                        activity.track(),
                        activity.actionLine(),
                        activity.fundingInstrument(),
                        activity.interventionTypes(),
                        activity.phenomena(),
                        activity.place())
                .map(value -> Fields.isStated(value) ? value : null)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
