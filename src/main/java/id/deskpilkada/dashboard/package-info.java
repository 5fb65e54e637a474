/** Pages: internal, public, server-rendered and live. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: web",
            "region",
            "region :: boundary",
            "election",
            "staff",
            "staff :: directory",
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
