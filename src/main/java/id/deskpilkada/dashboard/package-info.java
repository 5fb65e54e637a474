/** Pages: internal, public, server-rendered and live. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: web",
            "platform :: work",
            "platform :: audit",
            "platform :: document",
            "region",
            "region :: boundary",
            "election",
            "staff",
            "staff :: directory",
            "staff :: screen",
            "notification",
            "fieldreport",
            "expectation",
            "readiness",
            "readiness :: risk",
            "c1",
            "tally",
            "voting",
            "voting :: board",
            "incident",
            "incident :: board"
        })
@org.jspecify.annotations.NullMarked
package id.deskpilkada.dashboard;
