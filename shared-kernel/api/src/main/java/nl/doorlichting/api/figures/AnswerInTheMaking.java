package nl.doorlichting.api.figures;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/** The answer to one request, while a thread makes it. It goes on after its client has gone, and takes memory meanwhile. */
@RequestScoped
class AnswerInTheMaking {
    private final List<Runnable> steps = new ArrayList<>();

    /** What is to be done once the answer is made, or could not be. */
    void whenMade(Runnable step) {
        steps.add(step);
    }

    @PreDestroy
    void made() {
        steps.forEach(Runnable::run);
    }
}
