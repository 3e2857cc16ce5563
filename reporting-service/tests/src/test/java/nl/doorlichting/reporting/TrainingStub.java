package nl.doorlichting.reporting;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A stub of the training and of the funding service: no figures and no money, unless a test gives it some. */
public final class TrainingStub implements QuarkusTestResourceLifecycleManager {
    static final String REACH = "/v1/training-statistics/reach";

    private static final String BUDGET = "/v1/budget-statistics";
    private static final String NO_REACH = """
        {"dimensions":[],"rows":[],"totals":[],"unallocated":[],"notes":[
            {"code":"NOTHING_RECORDED","count":1,"detail":"nothing is recorded"}],
            "registerVersion":null,"revision":"t-1"}""";
    private static final String NO_TRAININGS = """
        {"dimensions":["trainingType"],"rows":[],"notes":[],"revision":"t-1","totals":[
            {"sessions":{"planned":null,"held":null},"participants":null,"rating":null}]}""";
    private static final String NO_RATINGS = """
        {"dimensions":[],"rows":[],"unallocated":[],"notes":[],"registerVersion":null,"revision":"t-1","totals":[
            {"evaluations":null,"ratings":[]}]}""";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Override
    public Map<String, String> start() {
        server.start();
        answerNothing();
        return Map.of("doorlichting.training-url", server.baseUrl(), "doorlichting.funding-url", server.baseUrl());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(TrainingStub.class));
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** A question with the token of a caller. */
    private static MappingBuilder asked(String path) {
        return get(urlPathEqualTo(path)).withHeader("Authorization", matching("Bearer .+"));
    }

    /** Answers that there are no figures. */
    void answerNothing() {
        server.resetAll();
        groups("");
        changes("");
        budget("", "", "");
        server.stubFor(asked(REACH).willReturn(okJson(NO_REACH)));
        server.stubFor(asked("/v1/training-statistics").willReturn(okJson(NO_TRAININGS)));
        server.stubFor(asked("/v1/training-statistics/ratings").willReturn(okJson(NO_RATINGS)));
    }

    /** Answers with this many participants of one training of 2011 in the table of reach by year, and no others. */
    void reach(long best) {
        var body = """
            {"dimensions":["year"],"unallocated":[],"notes":[],"registerVersion":null,"revision":"t-2",
                "rows":[%1$s,"year":2011}],"totals":[%1$s}]}""".formatted("""
            {"source":"TRAINING","reach":{"best":%1$d,"lowest":%1$d,"highest":%1$d,"approximate":false,"observations":
                {"exact":1,"approximate":0,"range":0,"atLeast":0,"vague":0,"notMeasured":0}}""".formatted(best));
        server.stubFor(asked(REACH).withQueryParam("by", equalTo("year")).willReturn(okJson(body)));
        groups("""
            {"period":{"from":"2011-05-01","until":"2011-05-02"},"municipalities":["GM0988"],"trainingType":"OTHER",
            "targetGroup":"OTHER","phenomenon":null,"track":null,"actionLine":null,"fundingInstrument":null,
            "named":false,"inclusion":"ADDED","tally":null,"ofProgramme":null,"ofTargetGroup":null,
            "ofTrainingType":null,"country":null,"halves":%d}""".formatted(2 * best));
    }

    /** Answers that one record states no track, in the language that it is asked in. */
    void noteOfReach(String language, String detail) {
        server.stubFor(asked(REACH)
                .withHeader("Accept-Language", equalTo(language))
                .willReturn(okJson(NO_REACH.replace("NOTHING_RECORDED", "IN_SEVERAL_ROWS")
                        .replace("nothing is recorded", detail))));
    }

    /** Answers that so many persons gave the ratings of two training types, in tallies, and that others answered too. */
    void ratings(int first, int second) {
        var rating = "{\"trainingType\":\"%s\",\"mean\":8,\"meanLowest\":null,\"meanHighest\":null,\"n\":%d,"
                + "\"source\":\"a test\"}";
        var notShown = "[{\"code\":\"RATING_NOT_SHOWN\",\"count\":3,\"detail\":\"3 codes given\"}]";
        var ratings = rating.formatted("A", first) + "," + rating.formatted("B", second);
        server.stubFor(asked("/v1/training-statistics/ratings")
                .willReturn(okJson(NO_RATINGS
                        .replace("\"ratings\":[]", "\"ratings\":[" + ratings + "]")
                        .replace("\"notes\":[]", "\"notes\":" + notShown))));
        server.stubFor(asked("/v1/training-statistics")
                .willReturn(okJson(NO_TRAININGS
                        .replace("\"rows\":[]", "\"rows\":[" + rated("A", first) + "," + rated("B", second) + "]")
                        .replace("\"notes\":[]", "\"notes\":" + notShown))));
    }

    private static String rated(String type, int answers) {
        return "{\"trainingType\":\"%s\",\"sessions\":{\"planned\":1,\"held\":1},\"participants\":null,\"rating\":{\"mean\":8,"
                        .formatted(type)
                + "\"meanLowest\":null,\"meanHighest\":null,\"n\":%d,\"source\":\"a test\"}}".formatted(answers);
    }

    /** Answers with these budget lines, destinations and numbers of projects. */
    void budget(String rows, String reallocations, String projects) {
        server.stubFor(asked(BUDGET)
                .willReturn(okJson("{\"rows\":[" + rows + "],\"reallocations\":[" + reallocations + "],\"projects\":["
                        + projects + "],\"revision\":\"f-1\"}")));
    }

    /** Answers questions of money with this status and body. */
    void failMoney(int status, String body) {
        server.stubFor(asked(BUDGET).willReturn(status(status).withBody(body)));
    }

    /** Answers with these groups of participants. */
    void groups(String groups) {
        server.stubFor(asked("/v1/training-statistics/groups")
                .willReturn(okJson("{\"groups\":[" + groups + "],\"revision\":\"t-2\"}")));
    }

    /** Answers that these records changed. */
    void changes(String changes) {
        server.stubFor(asked("/v1/training-statistics/changes")
                .willReturn(okJson("{\"changes\":[" + changes + "],\"revision\":\"t-2\"}")));
    }

    /** Answers questions of reach with this status. */
    void fail(int status) {
        server.stubFor(asked(REACH).willReturn(status(status)));
    }

    /** The questions that it was asked, in their order. */
    List<String> asked() {
        var asked = new ArrayList<String>();
        server.getAllServeEvents().stream()
                .filter(event -> !event.getRequest().getUrl().startsWith(BUDGET))
                .forEach(event -> asked.add(0, event.getRequest().getUrl()));
        return asked;
    }

    WireMockServer server() {
        return server;
    }
}
