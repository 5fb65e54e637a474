/** Votes per area on both bases, received and verified, unofficial, and the check that recounts them. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "platform :: audit", "region", "election", "staff", "c1", "imports"})
@org.jspecify.annotations.NullMarked
package id.deskpilkada.tally;
