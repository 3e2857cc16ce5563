/** The audit trail: which writes and which rejected requests are recorded, and the seals that show a later change. */
package nl.doorlichting.platform.audit;
