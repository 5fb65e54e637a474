/** Incidents: what happened, how grave it is, who is sent, who has answered, and the clocks that escalate silence. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: engine",
            "platform :: web",
            "platform :: work",
            "platform :: audit",
            "platform :: document",
            "platform :: sealing",
            "region",
            "region :: boundary",
            "election",
            "staff",
            "staff :: directory",
            "staff :: duty",
            "fieldreport",
            "fieldreport :: form",
            "notification"
        })
@org.jspecify.annotations.NullMarked
package id.deskpilkada.incident;
