package nl.doorlichting.training.trainingtallies;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * Training figures that their source gives only as a total; a field that is absent is not stated, and at least one of
 * sessions, participants, expectedParticipants and rating is.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them
 * @param trainingType type of the trainings, by its code of the codelist training-types, as in GUEST_LECTURE; an
 *     unknown one is 409; absent for figures over all types
 * @param period days that the figures are about: from is included, until is not. One that begins after today goes with
 *     planned, cancelled and expected figures only (else 400)
 * @param sessions numbers of sessions; not stated if absent
 * @param participants number of people who came to held sessions; a person who came twice counts twice; not stated if
 *     absent. Beside sessions it needs the number of those held, and is 0 where that is 0 (else 400)
 * @param expectedParticipants number of people expected in planned sessions, a person expected twice counting twice;
 *     never part of participants; not stated if absent
 * @param targetGroup target group of the people whom the figures count; if absent that of the training type, without
 *     which it is required for participants
 * @param place where the trainings were: a scope and, where it is local, municipalities that exist on a day of the
 *     period; of scope UNSPECIFIED if absent
 * @param organisationId organisation that gives or receives the trainings, by its number, as in GM0988 (number of
 *     /v1/organisations); it is not checked; not stated if absent
 * @param track level at which the trainings work: a code of the codelist tracks; not stated if absent
 * @param actionLine aim that the trainings serve: a code of the codelist action-lines; not stated if absent
 * @param fundingInstrument how the trainings are paid: a code of the codelist funding-instruments; not stated if absent
 * @param rating how participants rated the trainings; not stated if absent
 * @param source where the figures are written, in words: the document and its page or line
 * @param reference name that the caller gives the tally, unique in its programme, as in weert/2010-1; none if absent
 */
public record TrainingTallyRequest(
        @NotBlank @Size(max = 40) String programme,
        @Size(min = 1, max = 40) String trainingType,
        @NotNull Period period,
        @Valid TrainingSessionCountsRequest sessions,
        Quantity participants,
        Quantity expectedParticipants,
        TargetGroup targetGroup,
        Place place,
        @Size(min = 1, max = 40) String organisationId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        @Valid TrainingRatingRequest rating,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(min = 1, max = 2000) String note)
        implements TrainingTally.Fields {

    private static final long MAXIMUM = 1_000_000;

    /**
     * The number of sessions of a tally; at least one is stated. What the source does not state is left out, and never
     * derived from the others.
     *
     * @param planned number of sessions that were planned, whatever became of them, at least the other numbers together
     *     (else 400); not stated if absent
     * @param held number of sessions that took place; not stated if absent
     * @param cancelled number of sessions that were called off; not stated if absent
     * @param toCome number of sessions that were still to come when the source counted; not stated if absent
     * @param neverHeld number of sessions of past days that were neither held nor called off; not stated if absent
     */
    public record TrainingSessionCountsRequest(
            @Min(0) @Max(MAXIMUM) Integer planned,
            @Min(0) @Max(MAXIMUM) Integer held,
            @Min(0) @Max(MAXIMUM) Integer cancelled,
            @Min(0) @Max(MAXIMUM) Integer toCome,
            @Min(0) @Max(MAXIMUM) Integer neverHeld) {

        /** Whether it states sessions that took place, or that did not on a past day. */
        boolean statesPast() {
            return held != null || neverHeld != null;
        }

        boolean statesNothing() {
            return Stream.of(planned, held, cancelled, toCome, neverHeld).allMatch(Objects::isNull);
        }

        /** What became of sessions is of those that were planned, and each became one of them. */
        List<Violation> contradictions() {
            var became = Stream.of(held, cancelled, toCome, neverHeld)
                    .filter(Objects::nonNull)
                    .mapToLong(Integer::longValue)
                    .sum();
            return planned == null || became <= planned
                    ? List.of()
                    : List.of(Violation.body(
                            "/sessions/planned",
                            ViolationCode.OUT_OF_RANGE,
                            Map.of("minimum", became),
                            Text.of("training-tally.planned-below-others", became)));
        }
    }

    /**
     * How participants rated, on a scale of 1 to 10 with at most two decimals: either a mean, or the two bounds of
     * the mean, as in "7.5-8".
     *
     * @param mean mean rating, from 1 to 10 with at most two decimals; absent where only its bounds are known
     * @param meanLowest lower bound of the mean, from 1 to 10 with at most two decimals, where the mean is known as a
     *     range; stated together with meanHighest; absent with a mean
     * @param meanHighest upper bound of the mean, from 1 to 10 with at most two decimals and above meanLowest, where
     *     the mean is known as a range; stated together with meanLowest; absent with a mean
     * @param n number of answers behind the mean; refused (400) without a mean, and not stated if absent
     */
    public record TrainingRatingRequest(
            @Min(1) @Max(10) BigDecimal mean,
            @Min(1) @Max(10) BigDecimal meanLowest,
            @Min(1) @Max(10) BigDecimal meanHighest,
            @Min(1) @Max(MAXIMUM) Integer n) {

        List<Violation> violations() {
            if (mean != null) {
                return violationsOfMean();
            }
            if (meanLowest == null && meanHighest == null) {
                return List.of(required("/rating/mean"));
            }
            return violationsOfBounds();
        }

        private List<Violation> violationsOfMean() {
            var violations = new ArrayList<Violation>();
            if (meanLowest != null) {
                violations.add(notAllowed("/rating/meanLowest", Text.of("rating.mean-or-bounds")));
            }
            if (meanHighest != null) {
                violations.add(notAllowed("/rating/meanHighest", Text.of("rating.mean-or-bounds")));
            }
            return violations;
        }

        private List<Violation> violationsOfBounds() {
            var violations = new ArrayList<Violation>();
            if (meanLowest == null) {
                violations.add(required("/rating/meanLowest"));
            }
            if (meanHighest == null) {
                violations.add(required("/rating/meanHighest"));
            }
            if (violations.isEmpty() && meanLowest.compareTo(meanHighest) >= 0) {
                violations.add(Violation.body(
                        "/rating/meanHighest",
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("minimum", meanLowest),
                        Text.of("rating.bounds-upside-down")));
            }
            if (n != null) {
                violations.add(notAllowed("/rating/n", Text.of("rating.n-with-mean")));
            }
            return violations;
        }

        private static Violation required(String pointer) {
            return Violation.body(pointer, ViolationCode.REQUIRED, Text.of("rating.incomplete"));
        }

        private static Violation notAllowed(String pointer, Text detail) {
            return Violation.body(pointer, ViolationCode.NOT_ALLOWED, detail);
        }
    }
}
