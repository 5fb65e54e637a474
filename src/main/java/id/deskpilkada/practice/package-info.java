/** Practice before the day: a round of its own beside the real ones, how many have practised where, and the end of it without a trace. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "platform :: audit", "platform :: engine", "region", "election", "staff"})
@org.jspecify.annotations.NullMarked
package id.deskpilkada.practice;
