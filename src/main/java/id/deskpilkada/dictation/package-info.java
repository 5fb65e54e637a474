/** The desk's own way in: what comes by telephone, paper or radio is taken down by keyboard, for whoever tells it. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "region",
            "election",
            "staff",
            "fieldreport",
            "expectation",
            "fieldapp",
            "readiness"
        })
@org.jspecify.annotations.NullMarked
package id.deskpilkada.dictation;
