#!/usr/bin/env bash
# DuckDB 1.5.5.1 (duckdb_jdbc): read_csv with ignore_errors or store_rejects still fails on one row that ends otherwise than the first.
#
# Data: a header and 999 rows that end in LF, row 1,000 in CR LF; the delimiter and the columns are given.
# Expected: the row is read, or with ignore_errors=true left out and with store_rejects=true told in reject_errors
# Seen:     all three times an "Invalid Input Error", not the "CSV Error" of other malformed rows; with strict_mode=false 1,000 clean rows
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -Dartifact=org.duckdb:duckdb_jdbc:1.5.5.1 -DoutputDirectory=. > /dev/null
cat > Finding.java <<'JAVA'
import java.nio.file.*;
import java.sql.*;

class Finding {
    public static void main(String[] args) throws Exception {
        StringBuilder csv = new StringBuilder("id,name\n");
        for (int i = 1; i <= 1000; i++) {
            csv.append(i).append(",shop").append(i == 1000 ? "\r\n" : "\n");
        }
        Files.writeString(Path.of("rows.csv"), csv);
        for (String option : new String[] {"", ", ignore_errors = true", ", store_rejects = true", ", strict_mode = false"}) {
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                    Statement sql = connection.createStatement();
                    ResultSet row = sql.executeQuery("SELECT count(*), count(DISTINCT name) FROM read_csv('rows.csv', auto_detect = false,"
                            + " header = true, delim = ',', columns = {'id': 'INTEGER', 'name': 'VARCHAR'}" + option + ")")) {
                row.next();
                System.out.println(row.getLong(1) + " rows, " + row.getLong(2) + " name");
            } catch (SQLException e) {
                System.out.println(e.getMessage().lines().findFirst().orElseThrow());
            }
        }
    }
}
JAVA
seen=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp duckdb_jdbc-1.5.5.1.jar Finding.java 2> /dev/null)
echo "$seen"
refused='Invalid Input Error: The CSV Parser state machine reached an invalid state.'
[ "$seen" = "$refused
$refused
$refused
1000 rows, 1 name" ]
