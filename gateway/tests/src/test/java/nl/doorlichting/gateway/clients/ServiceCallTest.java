package nl.doorlichting.gateway.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import nl.doorlichting.gateway.contract.Service;
import org.junit.jupiter.api.Test;

class ServiceCallTest {
    private static final ServiceCall PROJECTS = ServiceCall.of(Service.FUNDING, "/v1/projects");

    @Test
    void encodesWhatItNames() {
        assertEquals("/v1/projects", PROJECTS.target());
        assertEquals(
                "/v1/projects/a%2Fb%20c%3F",
                ServiceCall.of(Service.FUNDING, "/v1/projects", "a/b c?").target());
        assertEquals(
                "/v1/projects?code=A%26B%3D%C3%A9%2B+".replace("+", "%20") + "&pageSize=200",
                PROJECTS.with("pageSize", 200).with("code", "A&B=é+ ").target());
    }

    @Test
    void leavesOutWhatIsNotStated() {
        assertEquals(PROJECTS, PROJECTS.with("asOf", null));
        assertEquals(
                new ServiceCall(Service.FUNDING, "/v1/projects", Map.of("asOf", "2009")), PROJECTS.with("asOf", 2009));
        assertNotEquals(PROJECTS, PROJECTS.with("asOf", 2009));
    }
}
