package nl.doorlichting.gateway.review;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.gateway.responses.ConditionalResponses;
import nl.doorlichting.gateway.responses.FixedBody;
import nl.doorlichting.gateway.review.ReviewFigureReader.Offer;
import nl.doorlichting.gateway.signin.SignIn;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.CsvTable;
import nl.doorlichting.platform.parameters.ExplainsItsQuery;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.RequestLanguage;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The review of a programme as a page for people (ADR 76). It works without its script and loads nothing from another host. It
 * is no part of the contract, so the document does not have its paths.
 */
@Path("/review")
class ReviewPageResource {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src data:;"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String CSS = "text/css;charset=UTF-8";
    private static final String JAVASCRIPT = "text/javascript;charset=UTF-8";
    private static final String WOFF2 = "font/woff2";
    private static final String A_WEEK = "public, max-age=604800";

    private final ReviewFigureReader reader;
    private final ConditionalResponses responses;
    private final RoutingContext request;
    private final Vertx vertx;
    private final Template page;
    private final SignIn signIn;
    private final FixedBody style = FixedBody.ofResource("/review/page.css");
    private final FixedBody script = FixedBody.ofResource("/review/readings.js");
    private final Map<String, FixedBody> fonts = Stream.of(
                    "source-serif-4-latin-600-normal.woff2",
                    "fira-sans-latin-400-normal.woff2",
                    "fira-sans-latin-600-normal.woff2")
            .collect(Collectors.toUnmodifiableMap(name -> name, name -> FixedBody.ofResource("/review/fonts/" + name)));

    ReviewPageResource(
            ReviewFigureReader reader,
            ConditionalResponses responses,
            RoutingContext request,
            Vertx vertx,
            @Location("review/page.html") Template page,
            SignIn signIn) {
        this.reader = reader;
        this.responses = responses;
        this.request = request;
        this.vertx = vertx;
        this.page = page;
        this.signIn = signIn;
    }

    @GET
    @Produces(HTML)
    @Allowed(AccessRule.PUBLIC)
    @ExplainsItsQuery
    @Operation(hidden = true)
    public Uni<RestResponse<byte[]>> getReview(@Context UriInfo uri) {
        request.response().putHeader("Content-Security-Policy", POLICY);
        var asked = asked(uri).ofPage();
        var offers = reader.offers().memoize().indefinitely();
        return figures(asked, offers)
                .chain(figures -> offers.chain(all -> {
                    var chosen = chosen(asked, all);
                    return onWorker(() -> html(asked, all, chosen, figures))
                            .map(html -> answer(asked, chosen, figures, html));
                }))
                .onFailure(ReviewFigureReader::isUnavailable)
                .recoverWithItem(() -> withoutProgrammes(asked));
    }

    // An address without a language has another answer for a reader of another one, which is said to caches.
    private ReviewRequest asked(UriInfo uri) {
        return ReviewRequest.of(uri.getQueryParameters(), () -> RequestLanguage.stated(request));
    }

    @GET
    @Path("csv")
    @Produces(CsvTable.MEDIA_TYPE)
    @Allowed(AccessRule.PUBLIC)
    @ExplainsItsQuery
    @Operation(hidden = true)
    public Uni<RestResponse<byte[]>> getPictureCsv(@Context UriInfo uri) {
        var asked = asked(uri);
        // A problem is in the language that a request prefers, and the address says which that is.
        request.request()
                .headers()
                .set(HttpHeaders.ACCEPT_LANGUAGE, asked.language().tag());
        ProblemException.refuse(notFollowed(asked));
        var offers = reader.offers().memoize().indefinitely();
        return figures(asked, offers)
                .call(() -> offers.invoke(all -> checkProgrammes(asked, all)))
                .chain(figures -> onWorker(() -> csv(asked, figures))
                        .map(content -> figures.stream().anyMatch(ReviewFigures::lackAnswers)
                                ? responses.notStored(content, asked.picture() + ".csv")
                                : responses.revalidated(content, asked.picture() + ".csv")));
    }

    /** A file has no place to say that it is of something else than was asked for. */
    private static List<Violation> notFollowed(ReviewRequest asked) {
        return Stream.of(
                        asked.unknown().stream()
                                .map(stated -> Violation.query(
                                        ReviewRequest.name(stated),
                                        ViolationCode.UNKNOWN_VALUE,
                                        Map.of(),
                                        unknown(
                                                stated,
                                                "review.file.unknown-parameter",
                                                "review.file.unknown-parameter.values"))),
                        asked.repeated().stream()
                                .map(stated -> Violation.query(
                                        ReviewRequest.name(stated),
                                        ViolationCode.REPEATED_PARAMETER,
                                        Map.of(),
                                        Text.of("review.file.repeated-parameter", stated))),
                        asked.picture() == null && !asked.isRepeated(ReviewRequest.PICTURE)
                                ? Stream.of(Violation.query(
                                        ReviewRequest.PICTURE,
                                        ViolationCode.REQUIRED,
                                        Map.of("allowed", ReviewPage.PICTURES),
                                        Text.of("review.file.picture-required", Text.all(ReviewPage.PICTURES))))
                                : Stream.<Violation>empty())
                .flatMap(violations -> violations)
                .toList();
    }

    private static Text unknown(String stated, String text, String textWithValues) {
        var name = ReviewRequest.name(stated);
        var values = ReviewRequest.values(name);
        return values.isEmpty() ? Text.of(text, stated) : Text.of(textWithValues, stated, name, Text.all(values));
    }

    /** A file has no place to say that a programme is not there. */
    private static void checkProgrammes(ReviewRequest asked, List<Offer> offers) {
        asked.programmes().stream()
                .filter(code -> isMissing(code, offers))
                .findFirst()
                .ifPresent(code -> {
                    throw ProblemException.of(
                            ProblemType.NOT_FOUND,
                            unknownProgramme(
                                    code,
                                    Text.all(offers.stream().map(Offer::code).toList())));
                });
    }

    private static Text unknownProgramme(String code, Text known) {
        var shown = MoneyPictures.shortened(code, 60);
        return areSeveral(code)
                ? Text.of("review.file.unknown-programmes", shown, known, ReviewRequest.oneByOne(code))
                : Text.of("review.file.unknown-programme", shown, known);
    }

    // Lists of the API take several codes with commas between them.
    private static boolean areSeveral(String code) {
        return code.contains(",");
    }

    /** A file of all tracks is none of the one that was asked for. */
    private static List<Violation> ignoredFilters(ReviewRequest asked, List<ReviewFigures> figures) {
        var stated = PictureFilters.stated(asked.picture());
        var isOfRelease = figures.stream().allMatch(one -> one.release() != null && !one.areMixed());
        return PictureFilters.ignored(asked, asked.picture(), figures.stream()).stream()
                .sorted()
                .map(filter -> Violation.query(
                        filter,
                        ViolationCode.NOT_ALLOWED,
                        Map.of(),
                        isOfRelease || stated.contains(filter)
                                ? Text.of("review.part-of-release")
                                : Text.of("review.file.not-narrowed", asked.picture(), filter)))
                .toList();
    }

    private static boolean isMissing(String code, List<Offer> offers) {
        return offers.stream().noneMatch(offer -> offer.code().equals(code));
    }

    private static byte[] csv(ReviewRequest asked, List<ReviewFigures> figures) {
        if (!ReviewPage.PICTURES.contains(asked.picture())) {
            throw ProblemException.of(
                    ProblemType.NOT_FOUND,
                    Text.of(
                            "review.file.unknown-picture",
                            MoneyPictures.shortened(asked.picture(), 60),
                            Text.all(ReviewPage.PICTURES)));
        }
        var lines = figures.isEmpty() ? List.<List<String>>of() : new ReviewPage(asked, figures).file();
        if (lines.isEmpty()) {
            throw ProblemException.of(ProblemType.NOT_FOUND, Text.of("review.file.no-figures", asked.picture()));
        }
        ProblemException.refuse(ignoredFilters(asked, figures));
        return PictureCsv.of(lines);
    }

    /** Drawing takes milliseconds, and the first map of a year is read from a file: an event loop has other requests. */
    private <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(work::get, false).toCompletionStage());
    }

    @GET
    @Path("page.css")
    @Produces(CSS)
    @Allowed(AccessRule.PUBLIC)
    @Operation(hidden = true)
    public RestResponse<byte[]> getStyle() {
        return responses.revalidated(style);
    }

    /** Shows the reading of a mark; without it the page is the same. */
    @GET
    @Path("readings.js")
    @Produces(JAVASCRIPT)
    @Allowed(AccessRule.PUBLIC)
    @Operation(hidden = true)
    public RestResponse<byte[]> getScript() {
        return responses.revalidated(script);
    }

    /** Those of the style sheet (ADR 96). A browser that asked for each at every page would show another first. */
    @GET
    @Path("fonts/{name}")
    @Produces(WOFF2)
    @Allowed(AccessRule.PUBLIC)
    @Operation(hidden = true)
    public RestResponse<byte[]> getFont(@PathParam("name") String name) {
        var font = Optional.ofNullable(fonts.get(name)).orElseThrow(ProblemException::notFound);
        var answer = responses.revalidated(font);
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL.toString(), A_WEEK);
        return answer;
    }

    /** Of an address below the page that nothing is at: a page for people, as it is itself, that leads there. */
    @GET
    @Path("{below: .+}")
    @Produces({HTML, MediaType.APPLICATION_JSON})
    @Allowed(AccessRule.PUBLIC)
    @ExplainsItsQuery
    @Operation(hidden = true)
    public RestResponse<String> getNothing() {
        return signIn.nothingHere(request);
    }

    /** Those that are asked for and that there are; the first that there is, where none is asked for. */
    private static List<Offer> chosen(ReviewRequest asked, List<Offer> offers) {
        if (asked.programmes().isEmpty()) {
            return offers.stream().limit(1).toList();
        }
        return asked.programmes().stream()
                .flatMap(code -> offers.stream().filter(offer -> offer.code().equals(code)))
                .toList();
    }

    /** Those that are asked for do not wait for the programmes that there are, nor for each other. */
    private Uni<List<ReviewFigures>> figures(ReviewRequest asked, Uni<List<Offer>> offers) {
        if (asked.programmes().isEmpty()) {
            return offers.chain(all -> all.isEmpty()
                    ? Uni.createFrom().item(List.<ReviewFigures>of())
                    : figures(all.get(0).code(), asked, offers)
                            .map(found -> found.stream().toList()));
        }
        return Uni.join()
                .all(asked.programmes().stream()
                        .map(code -> figures(code, asked, offers))
                        .toList())
                .andFailFast()
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    // That the list of programmes cannot be read fails the page, once.
    private Uni<Optional<ReviewFigures>> figures(String programme, ReviewRequest asked, Uni<List<Offer>> offers) {
        return reader.figures(programme, offers, asked)
                .onFailure(ReviewFigureReader::isUnavailable)
                .recoverWithItem(Optional.empty());
    }

    /** The page that says that it cannot know its programmes now, which is not that there are none. */
    private RestResponse<byte[]> withoutProgrammes(ReviewRequest asked) {
        var words = new PageWords(asked.language());
        var html = page.data("words", words)
                .data("language", asked.language().tag())
                .data("session", signIn.state(request))
                .data("query", asked.query())
                .data("opening", new ReviewPage(asked, List.of()).opening())
                .data("notices", List.of(words.of("review.programmes-unavailable")))
                .data("languages", new ReviewPage(asked, List.of()).languages())
                .data("choices", null)
                .data("chosen", "")
                .data("canBeNarrowed", false)
                .data("tracks", List.of())
                .data("groups", List.of())
                .data("hasTables", false)
                .data("several", false)
                .data("answers", List.of())
                .data("shapes", List.of())
                .data("chapters", List.of())
                .render()
                .getBytes(StandardCharsets.UTF_8);
        request.response()
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, asked.language().tag());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.SERVICE_UNAVAILABLE, html)
                .header(HttpHeaders.CACHE_CONTROL.toString(), "no-store")
                .header(HttpHeaders.RETRY_AFTER.toString(), RETRY_AFTER_SECONDS)
                .build();
    }

    private byte[] html(ReviewRequest asked, List<Offer> offers, List<Offer> chosen, List<ReviewFigures> figures) {
        var words = new PageWords(asked.language());
        var review = new ReviewPage(asked, figures);
        var session = signIn.state(request);
        var notices = Stream.of(
                        session.hasEnded() ? Stream.of(words.of("review.session-ended")) : none(),
                        asked.unknown().stream()
                                .map(stated -> unknown(
                                                stated, "review.unknown-parameter", "review.unknown-parameter.values")
                                        .in(asked.language())),
                        asked.repeated().stream().map(name -> words.of("review.repeated-parameter", name)),
                        asked.programmes().stream()
                                .filter(code -> isMissing(code, chosen))
                                .map(code -> words.of("review.unknown-programme", MoneyPictures.shortened(code, 60))),
                        asked.programmes().stream()
                                .filter(code -> isMissing(code, chosen) && areSeveral(code))
                                .map(code -> words.of("review.several-programmes", ReviewRequest.oneByOne(code))),
                        asked.isOfPart() ? figures.stream().flatMap(part -> ofPart(asked, part, words)) : none(),
                        figures.stream().filter(ReviewFigures::lackAnswers).map(part -> words.of("review.incomplete")),
                        offers.isEmpty() ? Stream.of(words.of("review.no-programmes")) : none())
                .flatMap(notice -> notice)
                .distinct()
                .toList();
        return page.data("words", words)
                .data("language", asked.language().tag())
                .data("session", session)
                .data("query", asked.query())
                .data("opening", review.opening())
                .data("notices", notices)
                .data("languages", review.languages())
                .data("choices", choices(asked, offers, chosen))
                .data("chosen", chosen(asked, offers, chosen, canBeNarrowed(offers, figures), words))
                .data("canBeNarrowed", canBeNarrowed(offers, figures))
                .data("tracks", choices(Track.values(), "tracks", asked.track(), words))
                .data("groups", choices(TargetGroup.values(), "target-groups", asked.targetGroup(), words))
                .data("hasTables", asked.hasTables())
                .data("several", review.areSeveral())
                .data("answers", review.answers())
                .data("shapes", review.shapes())
                .data("chapters", figures.isEmpty() ? List.of() : review.chapters())
                .render()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What the page is of, in one line. */
    private static String chosen(
            ReviewRequest asked, List<Offer> offers, List<Offer> chosen, boolean canBeNarrowed, PageWords words) {
        return Stream.concat(
                        chosen.stream().map(offer -> offer.label(asked.language(), offers)),
                        canBeNarrowed
                                ? Stream.of(
                                        asked.track() == null
                                                ? words.of("review.page.filters.all-tracks")
                                                : words.label("tracks", asked.track()),
                                        asked.targetGroup() == null
                                                ? words.of("review.page.filters.all-groups")
                                                : words.label("target-groups", asked.targetGroup()))
                                : Stream.empty())
                .collect(Collectors.joining(" · "));
    }

    // Of a programme that is known by its releases alone no days are known.
    private static boolean canBeNarrowed(List<Offer> offers, List<ReviewFigures> figures) {
        return figures.isEmpty()
                ? offers.stream().anyMatch(offer -> offer.period() != null)
                : figures.stream().anyMatch(ReviewFigures::canBeNarrowed);
    }

    private static Stream<String> none() {
        return Stream.empty();
    }

    /** What the figures are of, where they are not of all. */
    private static Stream<String> ofPart(ReviewRequest asked, ReviewFigures figures, PageWords words) {
        if (figures.release() != null) {
            return Stream.of(words.of("review.part-of-release"));
        }
        return Stream.of(
                        asked.track() == null
                                ? null
                                : words.of("review.of-track", words.label("tracks", asked.track())),
                        asked.targetGroup() == null
                                ? null
                                : words.of("review.of-target-group", words.label("target-groups", asked.targetGroup())))
                .filter(Objects::nonNull);
    }

    private RestResponse<byte[]> answer(
            ReviewRequest asked, List<Offer> chosen, List<ReviewFigures> figures, byte[] html) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, asked.language().tag());
        if (!asked.isFollowed()) {
            return responses.notStoredPage(RestResponse.Status.BAD_REQUEST, html);
        }
        if (chosen.size() < asked.programmes().size()) {
            return responses.notStoredPage(RestResponse.Status.NOT_FOUND, html);
        }
        return figures.stream().anyMatch(ReviewFigures::lackAnswers)
                ? responses.notStoredPage(RestResponse.Status.OK, html)
                : responses.revalidated(html);
    }

    private static <T extends Enum<T>> List<ReviewPage.Choice> choices(
            T[] all, String codelist, T chosen, PageWords words) {
        return Stream.of(all)
                .map(code -> new ReviewPage.Choice(code.name(), words.label(codelist, code), code == chosen))
                .toList();
    }

    private static List<ReviewPage.Choice> choices(ReviewRequest asked, List<Offer> offers, List<Offer> chosen) {
        return offers.stream()
                .map(offer -> new ReviewPage.Choice(
                        offer.code(), offer.label(asked.language(), offers), chosen.contains(offer)))
                .toList();
    }
}
