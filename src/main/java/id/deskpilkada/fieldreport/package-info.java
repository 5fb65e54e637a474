/** The ledger of everything the field reports: as written, once, acknowledged, chained; and its photos. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: web",
            "platform :: engine",
            "platform :: audit",
            "platform :: chain",
            "platform :: work",
            "region",
            "election",
            "staff"
        })
@org.jspecify.annotations.NullMarked
package id.deskpilkada.fieldreport;
