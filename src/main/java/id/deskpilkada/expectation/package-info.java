/** What reports are due, from whom and when; what came, what is missing, what is excused. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: engine",
            "platform :: work",
            "platform :: audit",
            "region",
            "election",
            "staff",
            "staff :: duty",
            "fieldreport",
            "notification"
        })
@org.jspecify.annotations.NullMarked
package id.deskpilkada.expectation;
