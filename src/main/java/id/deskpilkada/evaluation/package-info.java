/** Looking back: how the election was held, for those who lead, and how well the desk itself worked, for its supervisors alone. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: audit",
            "platform :: document",
            "region",
            "election",
            "staff",
            "staff :: directory",
            "fieldreport",
            "expectation",
            "readiness",
            "voting",
            "incident",
            "c1",
            "tally"
        })
@org.jspecify.annotations.NullMarked
package id.deskpilkada.evaluation;
