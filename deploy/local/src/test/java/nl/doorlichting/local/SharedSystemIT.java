package nl.doorlichting.local;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/**
 * The classes that share one system, in this order: the examples come last, because they record figures of the programme
 * whose sums the others expect, and end a service. Each also runs alone, by its name.
 */
@Suite
@SelectClasses(
        names = {
            "nl.doorlichting.local.journeys.JourneysIT",
            "nl.doorlichting.local.clients.ClientsIT",
            "nl.doorlichting.local.examples.ExamplesIT",
        })
class SharedSystemIT {}
