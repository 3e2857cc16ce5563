import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Acts as an identity provider that changes its keys, on this machine only. Arguments: port, audience; the issuer is
 * its own address. {@code /jwks} are the keys it publishes, {@code /token/ROLE} a token of the newest, {@code /rotate} makes one more,
 * {@code /withdraw} leaves only the newest.
 */
class Issuer {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final Map<String, KeyPair> KEYS = new LinkedHashMap<>();
    private static String newest;

    public static void main(String[] arguments) throws Exception {
        // Without it the body of a response waits 40 ms each time, until its head is acknowledged.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        rotate();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 0);
        var issuer = "http://127.0.0.1:" + arguments[0];
        server.createContext("/", exchange -> answer(exchange, issuer, arguments[1]));
        server.start();
    }

    private static synchronized void answer(HttpExchange exchange, String issuer, String audience) throws IOException {
        var path = exchange.getRequestURI().getPath();
        String body;
        try {
            body = switch (path) {
                case "/.well-known/openid-configuration" ->
                    "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + issuer + "/jwks\"}";
                case "/jwks" -> "{\"keys\":[" + KEYS.entrySet().stream().map(Issuer::jwk).collect(Collectors.joining(",")) + "]}";
                case "/rotate" -> rotate();
                case "/withdraw" -> String.valueOf(KEYS.keySet().removeIf(id -> !id.equals(newest)));
                default -> token(path.substring("/token/".length()), issuer, audience);
            };
        } catch (GeneralSecurityException failure) {
            throw new IOException(failure);
        }
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static synchronized String rotate() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        newest = "key-" + (KEYS.size() + 1) + "-" + System.nanoTime();
        KEYS.put(newest, generator.generateKeyPair());
        return newest;
    }

    private static String jwk(Map.Entry<String, KeyPair> key) {
        var rsa = (RSAPublicKey) key.getValue().getPublic();
        return "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"" + key.getKey() + "\",\"n\":\""
                + number(rsa.getModulus()) + "\",\"e\":\"" + number(rsa.getPublicExponent()) + "\"}";
    }

    /** Without the sign, which takes a byte of its own. */
    private static String number(BigInteger number) {
        var bytes = number.toByteArray();
        var from = bytes[0] == 0 ? 1 : 0;
        return URL.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static String token(String role, String issuer, String audience) throws GeneralSecurityException {
        var now = Instant.now().getEpochSecond();
        var content = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + newest + "\"}") + "."
                + encoded("{\"iss\":\"" + issuer + "\",\"aud\":\"" + audience + "\",\"sub\":\"drill\",\"iat\":" + now
                        + ",\"exp\":" + (now + 600) + ",\"roles\":[\"" + role + "\"]" + organisation(role) + "}");
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KEYS.get(newest).getPrivate());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + URL.encodeToString(signature.sign());
    }

    /** A grantee belongs to an organisation. */
    private static String organisation(String role) {
        return role.equals("GRANTEE") ? ",\"organisation\":\"GM0988\"" : "";
    }

    private static String encoded(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
