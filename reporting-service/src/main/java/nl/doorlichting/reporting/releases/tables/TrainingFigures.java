package nl.doorlichting.reporting.releases.tables;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FigureNote;
import nl.doorlichting.api.figures.RatingAnswer;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.api.figures.TrainingChanges;
import nl.doorlichting.api.figures.TrainingGroups;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The training service's part of a release, with the token of the caller, so that the training service decides. A release
 * has all parts or is not made: 503 while the training service does not answer.
 */
@ApplicationScoped
class TrainingFigures {
    private static final Logger LOG = Logger.getLogger(TrainingFigures.class);
    /** Notes that this service words itself, or that no release has. */
    private static final Set<String> WITHOUT_ASKING = Stream.concat(
                    Stream.of(NoteCode.NOTHING_RECORDED.name()), ReleaseCalculation.NOTES_OF_EVALUATIONS.stream())
            .collect(Collectors.toSet());

    private final TrainingStatisticsRestClient service;
    private final ObjectMapper mapper;

    TrainingFigures(@RestClient TrainingStatisticsRestClient service, ObjectMapper mapper) {
        this.service = service;
        // An answer may have more fields than these, but not fewer.
        this.mapper = mapper.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    ReachAnswer reach(Question question) {
        var answer = answer(service::reach, question, ReachAnswer.class);
        return answer.withNotes(inDutch(
                question,
                answer.notes(),
                () -> dutch(service::reach, question, ReachAnswer.class).notes()));
    }

    TrainingAnswer trainings(Question question) {
        var answer = answer(service::trainings, question, TrainingAnswer.class);
        return answer.withNotes(inDutch(
                question,
                answer.notes(),
                () -> dutch(service::trainings, question, TrainingAnswer.class).notes()));
    }

    RatingAnswer ratings(Question question) {
        var answer = answer(service::ratings, question, RatingAnswer.class);
        return answer.withNotes(inDutch(
                question,
                answer.notes(),
                () -> dutch(service::ratings, question, RatingAnswer.class).notes()));
    }

    // A release is read in both languages. The service answers in one, so a table with notes is asked for twice;
    // without need it is not, because the transaction of the release is open meanwhile.
    private static UnaryOperator<FigureNote> inDutch(
            Question question, List<FigureNote> notes, Supplier<List<FigureNote>> dutch) {
        var isNeeded = notes.stream().anyMatch(note -> !WITHOUT_ASKING.contains(note.code()));
        var worded = isNeeded
                ? dutch.get().stream().collect(Collectors.toMap(FigureNote::code, FigureNote::detail))
                : Map.<String, Text>of();
        return note -> note.code().equals(NoteCode.NOTHING_RECORDED.name())
                ? FigureNote.nothingRecorded(question)
                : note.worded(worded.getOrDefault(note.code(), note.detail()));
    }

    private <T> T answer(Call call, Question question, Class<T> type) {
        return answer(call, Language.ENGLISH, question.parameters(), type);
    }

    private <T> T dutch(Call call, Question question, Class<T> type) {
        return answer(call, Language.DUTCH, question.parameters(), type);
    }

    /** What the counts of participants are made from. */
    List<TrainingGroups.Group> groups(String programme, Instant asOf) {
        var question = Map.of("programme", programme, "asOf", asOf.toString());
        return answer(service::groups, Language.ENGLISH, question, TrainingGroups.class)
                .groups();
    }

    /** What records of trainings changed between two instants. */
    TrainingChanges changes(String programme, Instant since, Instant asOf) {
        var question = Map.of("programme", programme, "since", since.toString(), "asOf", asOf.toString());
        return answer(service::changes, Language.ENGLISH, question, TrainingChanges.class);
    }

    private <T> T answer(Call call, Language language, Map<String, String> question, Class<T> type) {
        var answer = ask(call, language, question);
        if (answer.getStatus() == RestResponse.StatusCode.FORBIDDEN) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("release.no-role-for-trainings"));
        }
        if (answer.getStatus() != RestResponse.StatusCode.OK) {
            throw unavailable("status " + answer.getStatus());
        }
        try {
            return mapper.readValue(answer.getEntity(), type);
        } catch (IOException unreadable) {
            throw unavailable(unreadable);
        }
    }

    private RestResponse<byte[]> ask(Call call, Language language, Map<String, String> question) {
        try {
            return call.ask(language.tag(), question);
        } catch (RuntimeException unreachable) {
            throw unavailable(unreachable);
        }
    }

    private static ProblemException unavailable(Object failure) {
        LOG.warnf("No usable answer from training-service: %s", failure);
        return ProblemException.of(ProblemType.UNAVAILABLE, Text.of("release.training-unavailable"));
    }

    private interface Call {
        RestResponse<byte[]> ask(String language, Map<String, String> question);
    }
}
