/** What can be asked of the figures of trainings. */
package nl.doorlichting.domain.training;
