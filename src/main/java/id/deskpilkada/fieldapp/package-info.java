/** The field app that is installed on a phone: its files by version, and what a person has to report of a day, so that it can be kept without network. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: web",
            "platform :: work",
            "region",
            "election",
            "staff",
            "staff :: directory",
            "fieldreport",
            "expectation",
            "readiness",
            "sms"
        })
@org.jspecify.annotations.NullMarked
package id.deskpilkada.fieldapp;
