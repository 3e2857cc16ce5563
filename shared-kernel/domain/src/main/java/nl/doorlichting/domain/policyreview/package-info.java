/**
 * What a policy review asks of projects and their money: instruments, spending and cost per participation. Source:
 * docs/design/figures.md#policy-review.
 */
package nl.doorlichting.domain.policyreview;
