/** What holds for every scheduled job. */
package nl.doorlichting.platform.jobs;
