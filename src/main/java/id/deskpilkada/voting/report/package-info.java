/** What a polling station reports of its day, the rules for it, and the figures that hold. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.voting.report;
