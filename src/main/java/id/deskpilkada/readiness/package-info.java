/** The weeks before the day: whether each TPS is ready, what is missing, and who mends it; risks, visits, screening. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: engine",
            "platform :: work",
            "platform :: audit",
            "platform :: document",
            "platform :: sealing",
            "staff :: directory",
            "retention",
            "imports",
            "region",
            "election",
            "staff",
            "staff :: directory",
            "fieldreport",
            "fieldreport :: form",
            "notification",
            "expectation",
            "c1"
        })
@org.jspecify.annotations.NullMarked
package id.deskpilkada.readiness;
