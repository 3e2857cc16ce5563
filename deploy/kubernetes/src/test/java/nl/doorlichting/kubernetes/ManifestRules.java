package nl.doorlichting.kubernetes;

import java.util.Map;

/** All rules by name. */
final class ManifestRules {
    static final Map<String, ManifestRule> ALL = Map.ofEntries(
            Map.entry("pods are restricted", PodRules::restricted),
            Map.entry("the platform chooses the user", PodRules::userOfThePlatform),
            Map.entry("the root is read-only", PodRules::readOnlyRoot),
            Map.entry("no pod has a token", PodRules::noToken),
            Map.entry("resources are asked and limited", PodRules::resources),
            Map.entry("probes mean different things", WorkloadRules::probes),
            Map.entry("pods drain", WorkloadRules::draining),
            Map.entry("pods spread", WorkloadRules::spread),
            Map.entry("an autoscaler sets the number of pods", WorkloadRules::autoscaling),
            Map.entry("nodes can be drained", WorkloadRules::disruption),
            Map.entry("services fit", WorkloadRules::reachable),
            Map.entry("the environment is complete", EnvironmentRules::complete),
            Map.entry("proxies are named", EnvironmentRules::proxiesAreNamed),
            Map.entry("no secret in git", SafetyRules::noSecretInGit),
            Map.entry("every secret is made", SafetyRules::secretsAreMade),
            Map.entry("only the gateway is exposed", SafetyRules::onlyTheGatewayIsExposed),
            Map.entry("the namespace is closed", SafetyRules::closedNamespace),
            Map.entry("everything is filled in", SafetyRules::filledIn),
            Map.entry("alerts are about their environment", SafetyRules::alertsOfHere),
            Map.entry("images are locked", ImageRules::locked),
            Map.entry("all is of one version", ImageRules::oneVersion),
            Map.entry("databases are available", DatabaseRules::available),
            Map.entry("databases can be recovered", DatabaseRules::recoverable),
            Map.entry("connections fit", DatabaseRules::connections),
            Map.entry("roles have timeouts", DatabaseRules::timeouts),
            Map.entry("a Job migrates", DatabaseRules::migrations));

    private ManifestRules() {}
}
