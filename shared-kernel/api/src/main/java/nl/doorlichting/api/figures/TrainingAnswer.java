package nl.doorlichting.api.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.doorlichting.api.json.LenientQuantityReader;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Trainings, their participants and how they were rated; and beside them, in no row and no total, the networks,
 * meetings and learning modules that pass the same filters.
 *
 * @param dimensions dimensions that the rows are by: those of parameter by, or its default, at least one. Of the fields
 *     that are dimensions a row has these only; its figures stand beside them
 * @param totals one row over all records, also where nothing fits the question; or one for each period if rows are by
 *     period, and none where nothing fits. A session counts once in a total, also where it stands in several rows, as
 *     by profession
 * @param unallocated figures of a municipality that the map of parameter boundaries does not have as a whole, because
 *     it was divided or began later. They stand in no row; a total has them, unless municipality or province is a
 *     filter. Empty without boundaries
 * @param networks networks that pass the filters, by name; they state no days, so that the list is empty where days, a
 *     year or a period are asked for, and where none passes
 * @param meetings meetings that pass the filters and lie in the days asked for, by day; empty where none does
 * @param modules learning modules that pass the filters, with their completions in the days asked for, by title; empty
 *     where none does
 * @param registerVersion version of the register of municipalities that was used; absent where the answer does not
 *     depend on it, because neither rows nor filters are by municipality or province
 * @param revision state of the figures, as a text to compare: it differs after every change of them
 */
@Schema(name = "TrainingStatisticsResponse")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingAnswer(
        List<String> dimensions,
        List<Row> rows,
        List<Row> totals,
        List<Row> unallocated,
        List<Network> networks,
        List<Meeting> meetings,
        List<LearningModule> modules,
        List<FigureNote> notes,

        @Schema(extensions = @Extension(name = FigureSchemas.OPTIONAL, value = "true", parseValue = true))
        String registerVersion,

        String revision) {

    public TrainingAnswer {
        dimensions = List.copyOf(dimensions);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        // The last release does not send these.
        unallocated = unallocated == null ? List.of() : List.copyOf(unallocated);
        networks = networks == null ? List.of() : List.copyOf(networks);
        meetings = meetings == null ? List.of() : List.copyOf(meetings);
        modules = modules == null ? List.of() : List.copyOf(modules);
        notes = List.copyOf(notes);
        Objects.requireNonNull(revision, "revision");
    }

    /** The same with each note replaced. */
    public TrainingAnswer withNotes(UnaryOperator<FigureNote> replaced) {
        return new TrainingAnswer(
                dimensions,
                rows,
                totals,
                unallocated,
                networks,
                meetings,
                modules,
                notes.stream().map(replaced).toList(),
                registerVersion,
                revision);
    }

    /**
     * The figures of one group, or all; a dimension of null is none in particular.
     *
     * @param key a training type of null is of figures over all types, a year of null of figures over several
     * @param sessions numbers of sessions of the row
     * @param participants number of people who came to held sessions; a person who came twice counts twice; null only
     *     where tallies may hold one another, so that a sum would count the same people twice (note
     *     OVERLAPPING_TALLIES)
     * @param expectedParticipants number of people expected in planned sessions, as tallies state it, never part of
     *     participants; null only where tallies may hold one another, so that a sum would count the same people twice
     *     (note OVERLAPPING_TALLIES)
     * @param rating always null in a total, because ratings are not averaged. In a row the rating of the latest period
     *     that its tallies state; where they state none, the mean of its evaluations, with source evaluations. A row over
     *     several training types has only one that is over all types. Null where there is none of these
     * @param evaluations answers of participants together; absent where no code was handed out, and for a question that
     *     does not show evaluations (note RATING_NOT_SHOWN)
     * @param links paths of the lists of the records that the row is made of
     */
    @Schema(name = "TrainingStatisticsRow", extensions = @Extension(name = FigureSchemas.STRUCTURE, value = "TRAINING"))
    public record Row(
            @JsonUnwrapped Key key,
            Sessions sessions,
            @Schema(nullable = true) AggregatedQuantity participants,
            @Schema(nullable = true) AggregatedQuantity expectedParticipants,
            @Schema(nullable = true) Rating rating,

            @Schema(extensions = @Extension(name = FigureSchemas.OPTIONAL, value = "true", parseValue = true))
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Evaluations evaluations,

            Links links) {
        public Row {
            Objects.requireNonNull(sessions, "sessions");
            links = links == null ? Links.NONE : links;
        }

        /** The same with links. */
        public Row with(Links paths) {
            return new Row(key, sessions, participants, expectedParticipants, rating, evaluations, paths);
        }
    }

    /**
     * Paths of the lists of the records that a row is made of. A path is null for a list that the caller may not read, or
     * that cannot be narrowed to the row: by place or profession, or as of an earlier moment.
     *
     * @param sessions path of the list of all sessions of the row, those that a tally holds among them; null where the
     *     caller may not read it, where it has nothing of the row, or where it cannot be narrowed to the row
     * @param tallies path of the list of tallies of the row; null where the caller may not read it, where it has
     *     nothing of the row, or where it cannot be narrowed to the row
     */
    @Schema(name = "TrainingLinks")
    public record Links(
            @Schema(nullable = true) String sessions,
            @Schema(nullable = true) String tallies) {
        /** No list. */
        public static final Links NONE = new Links(null, null);
    }

    /**
     * Numbers of sessions: of tallies and of sessions recorded one by one together, where a session that a tally holds
     * counts in the tally only. Each is null where nothing states it, or where tallies may hold one another, so that a
     * sum would count sessions twice. A tally counts for what its source states, so that held can be more than planned.
     *
     * @param planned number of sessions that were planned, whatever became of them; null where nothing states it, or
     *     where tallies may hold one another
     * @param held number of sessions that took place; null where nothing states it, or where tallies may hold one
     *     another
     * @param cancelled number of sessions that were called off; null where nothing states it, or where tallies may hold
     *     one another
     * @param toCome number of sessions still to come: of today or later, and neither held nor cancelled; of a tally
     *     when its source counted; null where nothing states it, or where tallies may hold one another
     * @param neverHeld number of sessions of past days that were neither held nor cancelled; null where nothing states
     *     it, or where tallies may hold one another
     */
    @Schema(name = "TrainingStatisticsSessions")
    public record Sessions(
            @Schema(nullable = true) Long planned,
            @Schema(nullable = true) Long held,
            @Schema(nullable = true) Long cancelled,
            @Schema(nullable = true) Long toCome,
            @Schema(nullable = true) Long neverHeld) {}

    /**
     * A network that goes on.
     *
     * @param networkId id of the network (id of /v1/networks)
     * @param name name of the network
     * @param kind what the network is for: a code of the codelist network-kinds, as in INTERVISION
     * @param track level at which the network works: a code of the codelist tracks; null where it is not stated
     * @param phenomenon what the network is about: a code of the codelist phenomena; null where it is not stated
     * @param memberCount number of members of the network, as the source says; null where it is not stated
     * @param memberKind kind of members that memberCount counts: a code of the codelist network-member-kinds, as in
     *     PROFESSIONAL; null where it is not stated
     */
    @Schema(name = "TrainingStatisticsNetwork")
    public record Network(
            UUID networkId,
            String name,
            String kind,
            @Schema(nullable = true) Track track,
            @Schema(nullable = true) Phenomenon phenomenon,

            @Schema(nullable = true) @JsonDeserialize(using = LenientQuantityReader.class)
            Quantity memberCount,

            @Schema(nullable = true) String memberKind) {}

    /**
     * A meeting, or several that their source counts together.
     *
     * @param meetingId id of the record of the meeting (id of /v1/network-meetings)
     * @param networkId id of the network that met; null for a meeting of no network, such as a conference
     * @param title what the meeting was about
     * @param period day of the meeting, or the days between which several meetings were: from is included, until is not
     * @param track level of the meeting, else that of its network: a code of the codelist tracks; null where neither
     *     states it
     * @param targetGroup target group of the people who came; null where it is not stated
     * @param meetings number of meetings that the record stands for, one where the source states no number
     * @param attendance number of people who came: to one meeting each person once, to several meetings all of them
     *     together as the source counts them, so that a person who came to more than one may count more than once; null
     *     where it is not stated
     */
    @Schema(name = "TrainingStatisticsMeeting")
    public record Meeting(
            UUID meetingId,
            @Schema(nullable = true) UUID networkId,
            String title,
            Period period,
            @Schema(nullable = true) Track track,
            @Schema(nullable = true) TargetGroup targetGroup,

            @JsonDeserialize(using = LenientQuantityReader.class)
            Quantity meetings,

            @Schema(nullable = true) @JsonDeserialize(using = LenientQuantityReader.class)
            Quantity attendance) {}

    /**
     * A module for self-study.
     *
     * @param moduleId id of the learning module (id of /v1/learning-modules)
     * @param title title of the module
     * @param targetGroup whom the module is for: a code of the codelist target-groups; null where it is not stated
     * @param phenomenon what the module is about: a code of the codelist phenomena; null where it is not stated
     * @param completions sum of the numbers of people who completed the module in the days asked for; a person counts
     *     once in each number, and numbers of periods that share days may count the same person again (note
     *     OVERLAPPING_COMPLETIONS)
     */
    @Schema(name = "TrainingStatisticsModule")
    public record LearningModule(
            UUID moduleId,
            String title,
            @Schema(nullable = true) TargetGroup targetGroup,
            @Schema(nullable = true) Phenomenon phenomenon,
            AggregatedQuantity completions) {}

    /**
     * How participants rated, on a scale of 1 to 10: as a source states it, or as the mean of evaluations.
     *
     * @param mean mean rating, from 1 to 10; null where only its bounds are known
     * @param meanLowest lower bound of the mean, from 1 to 10, where the mean is known as a range; null with a mean
     * @param meanHighest upper bound of the mean, from 1 to 10, where the mean is known as a range; null with a mean
     * @param n number of answers behind the mean; null where the source does not state it, and with bounds
     * @param source where the rating is written, in words; or "evaluations" where it is the mean of the answers of
     *     participants
     */
    @Schema(name = "TrainingStatisticsRating")
    public record Rating(
            @Schema(nullable = true) BigDecimal mean,
            @Schema(nullable = true) BigDecimal meanLowest,
            @Schema(nullable = true) BigDecimal meanHighest,
            @Schema(nullable = true) Integer n,
            String source) {
        public Rating {
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * Answers of participants, in steps: figures change only after 5 more answers to one session, or to several of a
     * type and year that closed with fewer. All but codes are null before the first step.
     *
     * @param codes number of codes that were handed out, one for each person who came to a session with a roll call
     * @param suppressed whether figures are hidden because fewer than 5 answered; n, responseRate, mean, spread and the
     *     shares are null then
     * @param n number of answers in the figures, one for each code that was used; null while suppressed
     * @param responseRate answers divided by codes handed out (n by codes), from 0 to 1 with two decimals; null while
     *     suppressed, and where n is above codes, because the codes of some answers are counted elsewhere
     * @param mean mean rating, from 1 to 10 with two decimals; null while suppressed
     * @param spread standard deviation of the ratings (of a sample), in points of the scale of 1 to 10, with two
     *     decimals; null while suppressed
     * @param knowledgeGained of those who answered this question the share that knows more than before, from 0 to 1
     *     with two decimals; null where fewer than 5 answered the question
     * @param applicable of those who answered this question the share that can use at work what was taught, from 0 to 1
     *     with two decimals; null where fewer than 5 answered the question
     * @param sharedWithPartners of those who answered this question the share that shares what was taught with partners
     *     in their network, or is going to, from 0 to 1 with two decimals; null where fewer than 5 answered the
     *     question
     */
    @Schema(name = "TrainingStatisticsEvaluations")
    public record Evaluations(
            long codes,
            boolean suppressed,
            @Schema(nullable = true) Long n,
            @Schema(nullable = true) BigDecimal responseRate,
            @Schema(nullable = true) BigDecimal mean,
            @Schema(nullable = true) BigDecimal spread,
            @Schema(nullable = true) BigDecimal knowledgeGained,
            @Schema(nullable = true) BigDecimal applicable,
            @Schema(nullable = true) BigDecimal sharedWithPartners) {}
}
