package nl.doorlichting.api.figures;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.platform.deadline.RequestDeadline;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import org.junit.jupiter.api.Test;

class LargeAnswersTest {
    private static final Question QUESTION = Question.of(Structure.REACH);

    private final List<Handler<?>> ends = new ArrayList<>();
    private final List<Runnable> made = new ArrayList<>();
    private boolean isGone;
    private String millisLeft;
    private final LargeAnswers answers = new LargeAnswers(request(), making(), 2, 1, 1, Duration.ofMillis(1));

    @Test
    void refusesRowThatIsOneTooMany() {
        var rows = answers.answer(QUESTION, "GET /v1/table");
        add(rows, Table.MOST_ROWS_BY_OTHERS);
        var refusal = assertThrows(ProblemException.class, () -> rows.accept(Table.MOST_ROWS_BY_OTHERS + 1));
        assertEquals("TOO_MANY_ROWS", refusal.violations().get(0).code());
        assertEquals(
                Map.of("maximum", Table.MOST_ROWS_BY_OTHERS, "operation", "GET /v1/table"),
                refusal.violations().get(0).parameters());
        var byProject = answers.answer(QUESTION.rowsBy(Dimension.PROJECT), "GET /v1/table");
        assertThrows(ProblemException.class, () -> byProject.accept(Table.MOST_ROWS + 1));
    }

    @Test
    void tableHasMoreRows() {
        var rows = answers.table();
        add(rows, LargeAnswers.MOST_ROWS_OF_TABLE);
        assertThrows(ProblemException.class, () -> rows.accept(LargeAnswers.MOST_ROWS_OF_TABLE + 1));
    }

    /** Of the launcher and of a pod. */
    @Test
    void tableHasFewerRowsWhereHeapIsSmall() {
        assertEquals(20_480, LargeAnswers.mostRowsOfTable(160L << 20));
        assertEquals(LargeAnswers.MOST_ROWS_OF_TABLE, LargeAnswers.mostRowsOfTable(460L << 20));
        assertEquals(Optional.empty(), LargeAnswers.withMoreRows(20_480, "GET /v1/table", 160L << 20));
        assertEquals(Optional.of("GET /v1/table"), LargeAnswers.withMoreRows(20_479, "GET /v1/table", 160L << 20));
    }

    @Test
    void answerWaitsForPlaceUntilAnotherHasEnded() {
        add(answers.table(), LargeAnswers.ROWS_OF_ANY + 1);
        add(answers.table(), LargeAnswers.ROWS_OF_SOME + 1);
        assertEquals(3, ends.size());
        var third = answers.table();
        add(third, LargeAnswers.ROWS_OF_ANY);
        assertUnavailable(third, LargeAnswers.ROWS_OF_ANY + 1);
        end(0);
        assertDoesNotThrow(() -> add(third, LargeAnswers.ROWS_OF_ANY + 1));
        assertUnavailable(third, LargeAnswers.ROWS_OF_SOME + 1);
        end(2);
        assertDoesNotThrow(() -> third.accept(LargeAnswers.ROWS_OF_SOME + 1));
    }

    @Test
    void requestWhoseClientHasGoneHoldsNoPlace() {
        isGone = true;
        for (var i = 0; i < 3; i++) {
            assertUnavailable(answers.table(), LargeAnswers.ROWS_OF_ANY + 1);
        }
        isGone = false;
        add(answers.table(), LargeAnswers.ROWS_OF_ANY + 1);
        add(answers.table(), LargeAnswers.ROWS_OF_ANY + 1);
        assertUnavailable(answers.table(), LargeAnswers.ROWS_OF_ANY + 1);
    }

    @Test
    void answerIsMadeToNoEndForClientThatHasGone() {
        var rows = answers.table();
        add(rows, LargeAnswers.ROWS_OF_ANY + 1);
        isGone = true;
        assertUnavailable(rows, LargeAnswers.ROWS_OF_ANY + 2);
    }

    @Test
    void answerIsMadeToNoEndOnceItsTimeIsOver() {
        var rows = answers.table();
        millisLeft = "60000";
        add(rows, 2 * LargeAnswers.ROWS_OF_ANY + 1);
        millisLeft = "0";
        assertUnavailable(rows, 3 * LargeAnswers.ROWS_OF_ANY + 1);
    }

    @Test
    void answerHoldsItsPlaceUntilItIsBothMadeAndOver() {
        for (var number = 0; number < 2; number++) {
            add(answers.table(), LargeAnswers.ROWS_OF_ANY + 1);
        }
        var third = answers.table();
        // Its client has gone, and its thread goes on.
        ends.get(0).handle(null);
        assertUnavailable(third, LargeAnswers.ROWS_OF_ANY + 1);
        // It is made, and not sent yet.
        made.get(1).run();
        assertUnavailable(third, LargeAnswers.ROWS_OF_ANY + 1);
        made.get(0).run();
        assertDoesNotThrow(() -> third.accept(LargeAnswers.ROWS_OF_ANY + 1));
    }

    private void end(int number) {
        made.get(number).run();
        ends.get(number).handle(null);
    }

    @Test
    void fewReadManyFiguresAtOnce() {
        var read = answers.reading(() -> {
            var another = CompletableFuture.supplyAsync(() -> answers.reading(() -> "another"));
            var refusal = (ProblemException)
                    assertThrows(CompletionException.class, another::join).getCause();
            return refusal.type();
        });
        assertEquals(ProblemType.UNAVAILABLE, read);
        assertThrows(
                IllegalStateException.class,
                () -> answers.reading(() -> {
                    throw new IllegalStateException("it could not be made");
                }));
        assertEquals("next", answers.reading(() -> "next"));
    }

    private static void assertUnavailable(IntConsumer rows, int number) {
        var refusal = assertThrows(ProblemException.class, () -> rows.accept(number));
        assertEquals(ProblemType.UNAVAILABLE, refusal.type());
    }

    private static void add(IntConsumer rows, int number) {
        IntStream.rangeClosed(1, number).forEach(rows);
    }

    private AnswerInTheMaking making() {
        return new AnswerInTheMaking() {
            @Override
            void whenMade(Runnable step) {
                made.add(step);
            }
        };
    }

    /** With nothing but what is called at its end, and whether its client has gone. */
    private RoutingContext request() {
        var response = proxy(HttpServerResponse.class, (method, argument) -> switch (method) {
            case "closed" -> isGone;
            case "ended" -> false;
            default -> throw new AssertionError(method);
        });
        var incoming = proxy(HttpServerRequest.class, (method, argument) -> switch (method) {
            case "getHeader" -> argument.equals(RequestDeadline.HEADER) ? millisLeft : null;
            default -> throw new AssertionError(method);
        });
        return proxy(RoutingContext.class, (method, argument) -> switch (method) {
            case "addEndHandler" -> {
                ends.add((Handler<?>) argument);
                yield 0;
            }
            case "response" -> response;
            case "request" -> incoming;
            case "get" -> argument.equals(RequestDeadline.class.getName()) ? (Object) System.nanoTime() : null;
            default -> throw new AssertionError(method);
        });
    }

    private static <T> T proxy(Class<T> type, BiFunction<String, Object, Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.apply(method.getName(), arguments == null ? null : arguments[0])));
    }
}
