package nl.doorlichting.platform.testing.contract;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks every answer that passes through rest-assured against the OpenAPI document.
 *
 * <pre>{@code
 * @BeforeAll
 * static void contract() {
 *     RestAssured.replaceFiltersWith(ContractFilter.ofApplication());
 * }
 * }</pre>
 *
 * For what is no part of the API (health, the page): {@code given().noFiltersOfType(ContractFilter.class)}.
 */
public final class ContractFilter implements Filter {

    private final OpenApiContract contract;

    public ContractFilter(OpenApiContract contract) {
        this.contract = contract;
    }

    /** For the application under test, inside a {@code @QuarkusTest}. */
    public static ContractFilter ofApplication() {
        return new ContractFilter(OpenApiContract.ofApplication());
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        verify(new Answer(
                request.getMethod(),
                URI.create(request.getURI()).getRawPath(),
                response.statusCode(),
                headers(response),
                response.asByteArray()));
        return response;
    }

    public void verify(Answer answer) {
        contract.verify(answer);
    }

    private static Map<String, List<String>> headers(Response response) {
        return response.headers().asList().stream()
                .collect(Collectors.groupingBy(
                        Header::getName, Collectors.mapping(Header::getValue, Collectors.toList())));
    }
}
