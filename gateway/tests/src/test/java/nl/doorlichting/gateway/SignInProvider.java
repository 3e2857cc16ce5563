package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.platform.testing.tokens.TestToken;

/** An identity provider at which people sign in, and the gateway as a client of it. */
public final class SignInProvider implements QuarkusTestResourceLifecycleManager {
    static final String CLIENT = "doorlichting-review";
    static final String ADDRESS = "http://localhost:8080";

    private static final String SECRET = "a secret of the tests:/&";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Override
    public Map<String, String> start() {
        server.start();
        answers();
        return Map.of(
                "quarkus.oidc.public-key",
                TestIssuer.publicKey(),
                "doorlichting.issuer",
                issuer(),
                "doorlichting.audience",
                TestIssuer.AUDIENCE,
                "doorlichting.sign-in.client-id",
                CLIENT,
                "doorlichting.sign-in.client-secret",
                SECRET,
                "doorlichting.sign-in.address",
                ADDRESS);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(SignInProvider.class));
    }

    @Override
    public void stop() {
        server.stop();
    }

    String issuer() {
        return server.baseUrl();
    }

    /** Forgets what it gave, and says where its endpoints are. */
    void answers() {
        server.resetAll();
        server.stubFor(get(urlPathEqualTo("/.well-known/openid-configuration"))
                .willReturn(okJson("{\"issuer\":\"" + issuer() + "\",\"authorization_endpoint\":\"" + issuer()
                        + "/auth\",\"token_endpoint\":\"" + issuer() + "/token\",\"end_session_endpoint\":\"" + issuer()
                        + "/end\"}")));
    }

    /** Answers nothing that a client understands. */
    void isAway() {
        server.resetAll();
    }

    TestToken access(String... roles) {
        return TestIssuer.token().issuer(issuer()).roles(roles);
    }

    TestToken id(String nonce) {
        return TestIssuer.token()
                .issuer(issuer())
                .audience(CLIENT)
                .claim("nonce", nonce)
                .claim("name", "Ada <i>Vos</i>");
    }

    /** Gives these tokens for a code. */
    void gives(String idToken, String accessToken) {
        answersCode(okJson("{\"token_type\":\"Bearer\",\"id_token\":\"" + idToken + "\",\"access_token\":\""
                + accessToken + "\"}"));
    }

    void answersCode(ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlPathEqualTo("/token")).willReturn(answer));
    }

    List<LoggedRequest> askedForTokens() {
        return server.findAll(postRequestedFor(urlPathEqualTo("/token")));
    }
}
