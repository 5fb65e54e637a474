/** SMS that come in: stored as they came, read, reported for their sender, and answered. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: web",
            "platform :: audit",
            "platform :: document",
            "region",
            "election",
            "staff",
            "fieldreport",
            "notification"
        })
@org.jspecify.annotations.NullMarked
package id.deskpilkada.sms;
