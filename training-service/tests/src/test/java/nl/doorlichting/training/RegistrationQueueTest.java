package nl.doorlichting.training;

import static nl.doorlichting.training.RegistrationFixture.cancel;
import static nl.doorlichting.training.RegistrationFixture.register;
import static nl.doorlichting.training.RegistrationFixture.sessionOf;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Concurrent requests never exceed the capacity, and the queue keeps the order of arrival. */
@QuarkusTest
class RegistrationQueueTest {
    private static final int PEOPLE = 200;
    private static final int PLACES = 20;
    private static final int LEAVING = 30;

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @Test
    void keepsCapacityAndOrderOfTwoHundredConcurrentRegistrations() throws Exception {
        var session = sessionOf("QUEUE1", PLACES);
        var locations = together(
                PEOPLE,
                i -> register(session, "p" + i).statusCode(201).extract().header("Location"));
        var arrived = registrations(session);
        assertEquals(PEOPLE, locations.stream().distinct().count());
        assertEquals(numbers(1, PEOPLE), column(arrived, "number"));
        assertEquals(sorted(column(arrived, "createdAt")), column(arrived, "createdAt"));
        assertEquals(standing(0, PLACES, PEOPLE - PLACES), column(arrived, "status"));
        assertEquals(numbers(1, PEOPLE - PLACES), column(arrived.subList(PLACES, PEOPLE), "placeInQueue"));

        // Ten people with a place and twenty who wait, so that the number of free places differs from those who leave.
        var leaving = IntStream.concat(IntStream.range(0, 10), IntStream.range(100, 120))
                .mapToObj(i -> session + "/registrations/" + arrived.get(i).get("id"))
                .toList();
        together(leaving.size(), i -> cancel(leaving.get(i)).statusCode(200));
        get(session).body("registered", equalTo(PLACES)).body("waiting", equalTo(150));
        var moved = registrations(session);
        assertEquals(standing(10, PLACES, 70), column(moved.subList(0, 100), "status"));
        assertEquals(standing(20, 0, 80), column(moved.subList(100, PEOPLE), "status"));
    }

    /** Ten lists of twenty people, at the same moment as others one by one. */
    @Test
    void keepsCapacityAndNumbersOfConcurrentLists() throws Exception {
        var session = sessionOf("QUEUE4", PLACES);
        together(20, i -> {
            if (i >= 10) {
                return register(session, "one-" + i).statusCode(201);
            }
            var rows = IntStream.range(0, 20)
                    .mapToObj(row -> "{'name':'l','email':'l%d-%d@example.org'}".formatted(i, row))
                    .collect(Collectors.joining(","));
            return post(session + "/registrations/group", "{'registrations':[" + rows + "]}")
                    .statusCode(200);
        });
        get(session).body("registered", equalTo(PLACES)).body("waiting", equalTo(210 - PLACES));
        var arrived = registrations(session);
        assertEquals(numbers(1, PEOPLE), column(arrived, "number"));
        assertEquals(standing(0, PLACES, PEOPLE - PLACES), column(arrived, "status"));
    }

    @Test
    void movesUpThirtyInOrderAfterThirtyConcurrentCancellations() throws Exception {
        var session = sessionOf("QUEUE2", LEAVING);
        IntStream.range(0, 80).forEach(i -> register(session, "p" + i).statusCode(201));
        var before = registrations(session);
        together(
                LEAVING,
                i -> cancel(session + "/registrations/" + before.get(i).get("id"))
                        .statusCode(200));
        assertEquals(standing(LEAVING, LEAVING, 20), column(registrations(session), "status"));
    }

    /** Each person is in both sessions, so that each erasure locks both. */
    @Test
    void movesUpThirtyInEachSessionAfterConcurrentErasures() throws Exception {
        var sessions = List.of(sessionOf("QUEUE3", LEAVING), sessionOf("QUEUE3", LEAVING));
        for (var session : sessions) {
            IntStream.range(0, 60).forEach(i -> register(session, "q3-" + i).statusCode(201));
        }
        together(
                LEAVING,
                i -> post("/v1/personal-data/erasure", "{'email':'q3-" + i + "@example.org'}")
                        .statusCode(200)
                        .body("erased", equalTo(2)));
        for (var session : sessions) {
            assertEquals(standing(LEAVING, LEAVING, 0), column(registrations(session), "status"));
            get(session).body("registered", equalTo(LEAVING)).body("waiting", equalTo(0));
        }
    }

    private static List<String> standing(int cancelled, int registered, int waiting) {
        var statuses = new ArrayList<String>();
        IntStream.range(0, cancelled).forEach(i -> statuses.add("CANCELLED"));
        IntStream.range(0, registered).forEach(i -> statuses.add("REGISTERED"));
        IntStream.range(0, waiting).forEach(i -> statuses.add("WAITLISTED"));
        return statuses;
    }

    private static List<Map<String, Object>> registrations(String session) {
        return get(session + "/registrations?pageSize=200").extract().path("items");
    }

    private static <T> List<T> column(List<Map<String, Object>> rows, String name) {
        var values = new ArrayList<T>();
        rows.forEach(row -> {
            @SuppressWarnings("unchecked")
            var value = (T) row.get(name);
            values.add(value);
        });
        return values;
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    private static List<String> sorted(List<String> moments) {
        return moments.stream().sorted(Comparator.comparing(Instant::parse)).toList();
    }

    private interface Request<T> {
        T send(int i);
    }

    /** Sends all at the same moment. */
    private static <T> List<T> together(int number, Request<T> request) throws Exception {
        var ready = new CountDownLatch(number);
        var pool = Executors.newFixedThreadPool(number);
        try {
            var calls = IntStream.range(0, number)
                    .<Callable<T>>mapToObj(i -> () -> {
                        ready.countDown();
                        ready.await();
                        return request.send(i);
                    })
                    .toList();
            var answers = new ArrayList<T>();
            for (var answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
