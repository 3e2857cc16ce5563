package nl.doorlichting.local.keycloak;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.doorlichting.local.Json;

/** Keycloak's admin API on our realm, for the work of its administrators. */
final class RealmAdmin {
    private final Keycloak keycloak;

    RealmAdmin(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** Adds a user with this password and a verified address. */
    void addPerson(String name, String password, String role, String organisation, String email) throws Exception {
        write(
                "POST",
                "/users",
                Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "email",
                        email,
                        "emailVerified",
                        true,
                        "attributes",
                        Map.of("organisation", List.of(organisation)),
                        "credentials",
                        List.of(Map.of("type", "password", "value", password, "temporary", false))));
        String person = only("/users?exact=true&username=" + name).path("id").asText();
        String api = client("doorlichting").path("id").asText();
        JsonNode granted = read("/clients/" + api + "/roles/" + role);
        write("POST", "/users/" + person + "/role-mappings/clients/" + api, List.of(granted));
    }

    /** Allows this redirect address of the frontend. */
    void allowRedirect(String address) throws Exception {
        change(
                "doorlichting-frontend",
                client -> client.putArray("redirectUris").add(address));
    }

    /** Allows this redirect address of the review page, and gives its client this secret. */
    void setReviewPage(String address, String secret) throws Exception {
        change("doorlichting-review", client -> {
            client.putArray("redirectUris").add(address);
            client.put("secret", secret);
        });
    }

    /** Sets the keys with which a machine signs its assertions. */
    void setKeys(String clientId, String keySet) throws Exception {
        change(
                clientId,
                client -> client.withObject("/attributes")
                        .put("use.jwks.url", "false")
                        .put("use.jwks.string", "true")
                        .put("jwks.string", keySet));
    }

    private void change(String clientId, Consumer<ObjectNode> change) throws Exception {
        ObjectNode client = client(clientId).deepCopy();
        change.accept(client);
        write("PUT", "/clients/" + client.path("id").asText(), client);
    }

    private JsonNode client(String clientId) throws Exception {
        return only("/clients?clientId=" + clientId);
    }

    void addClient(Map<String, Object> client) throws Exception {
        write("POST", "/clients", client);
    }

    void setAccessTokenLifespan(int seconds) throws Exception {
        write("PUT", "", Map.of("accessTokenLifespan", seconds));
    }

    /** Adds a new signing key with priority over all older ones. */
    void rotate() throws Exception {
        write(
                "POST",
                "/components",
                Map.of(
                        "name", "rotated",
                        "providerId", "rsa-generated",
                        "providerType", "org.keycloak.keys.KeyProvider",
                        "config", Map.of("priority", List.of("1000"), "algorithm", List.of("RS256"))));
    }

    /** Removes the key with this id. */
    void withdraw(String keyId) throws Exception {
        for (JsonNode key : read("/keys").path("keys")) {
            if (key.path("kid").asText().equals(keyId)) {
                send("DELETE", "/components/" + key.path("providerId").asText(), HttpRequest.BodyPublishers.noBody());
            }
        }
    }

    private JsonNode only(String path) throws Exception {
        JsonNode found = read(path);
        assertTrue(found.size() == 1, path + ": " + found);
        return found.get(0);
    }

    private JsonNode read(String path) throws Exception {
        return Json.read(send("GET", path, HttpRequest.BodyPublishers.noBody()));
    }

    private void write(String method, String path, Object body) throws Exception {
        send(method, path, HttpRequest.BodyPublishers.ofString(Json.writeReadable(body)));
    }

    private String send(String method, String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        var answer = FormRequests.send(FormRequests.request(keycloak.url() + "/admin/realms/doorlichting" + path)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body));
        assertTrue(answer.statusCode() < 300, method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        return answer.body();
    }

    // A new token each time, because a token is valid for a minute.
    private String token() throws IOException, InterruptedException {
        var answer = FormRequests.send(FormRequests.post(
                keycloak.url() + "/realms/master/protocol/openid-connect/token",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        Keycloak.ADMIN,
                        "password",
                        keycloak.password())));
        return Json.read(answer.body()).path("access_token").asText();
    }
}
