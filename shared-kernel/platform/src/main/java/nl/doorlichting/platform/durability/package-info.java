/** Commits that no standby confirms: writes are refused before they write, and reads go on (ADR 63). */
package nl.doorlichting.platform.durability;
