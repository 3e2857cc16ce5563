/** The caller of the current request, as its token describes it. */
package nl.doorlichting.platform.caller;
