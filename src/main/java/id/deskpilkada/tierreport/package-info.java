/** Reports of the tiers: what a district and the regency tell at a slot, frozen, sealed by whoever answers for it, with every version there was. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: engine",
            "platform :: work",
            "platform :: web",
            "platform :: audit",
            "platform :: chain",
            "platform :: document",
            "platform :: sealing",
            "region",
            "election",
            "staff",
            "staff :: duty",
            "fieldreport",
            "notification",
            "expectation",
            "readiness",
            "voting",
            "incident",
            "c1"
        })
@org.jspecify.annotations.NullMarked
package id.deskpilkada.tierreport;
