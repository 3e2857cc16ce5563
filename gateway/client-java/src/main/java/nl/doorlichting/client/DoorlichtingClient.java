package nl.doorlichting.client;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Supplier;
import nl.doorlichting.client.model.Quantity;

/** The generated client, connected to one installation for one caller. */
public final class DoorlichtingClient extends ApiClient {
    /**
     * @param baseUri of the API, as in {@code https://doorlichting.example/v1}
     * @param token returns a valid access token for each request
     */
    public DoorlichtingClient(String baseUri, Supplier<String> token) {
        updateBaseUri(baseUri);
        setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token.get()));
        ObjectMapper mapper = createDefaultObjectMapper();
        // The generated reader of a type with several forms refuses null where the document admits it.
        mapper.configOverride(Quantity.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP));
        setObjectMapper(mapper);
    }
}
