/** Elections, races, candidates, rounds, polling stations, voter lists and the schedule. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: engine",
            "platform :: audit",
            "platform :: document",
            "platform :: work",
            "imports",
            "region",
            "region :: boundary"
        })
@org.jspecify.annotations.NullMarked
package id.deskpilkada.election;
