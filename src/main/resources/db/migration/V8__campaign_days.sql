-- A campaign counts for a number of days that is fixed before it begins; those made before that was asked count for the usual 91.
UPDATE campaign SET campaign = REGEXP_REPLACE(campaign, '^\{', '{"days":91,') WHERE campaign NOT LIKE '%"days":%';
