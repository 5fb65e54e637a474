/** The day itself: what the polling stations report from opening to closing, how calm it is, and the work of reporting it. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: engine",
            "platform :: work",
            "platform :: audit",
            "platform :: chain",
            "region",
            "election",
            "staff",
            "fieldreport",
            "fieldreport :: form",
            "notification",
            "expectation"
        })
@org.jspecify.annotations.NullMarked
package id.deskpilkada.voting;
