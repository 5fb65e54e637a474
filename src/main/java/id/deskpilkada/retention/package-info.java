/** How long what is kept, what goes when its time is over, and what is erased before its time because somebody decided so. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "platform :: engine", "platform :: audit", "staff"})
@org.jspecify.annotations.NullMarked
package id.deskpilkada.retention;
