/** The form on which the day is reported: many TPS on one screen, on the field page, in Tasklist and over HTTP. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.voting.entry;
