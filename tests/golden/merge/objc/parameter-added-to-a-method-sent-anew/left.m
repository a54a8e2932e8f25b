#import <Foundation/Foundation.h>
#import "Base.h"

@interface Account : NSObject <NSCopying>
@property (nonatomic, copy) NSString *name;
- (instancetype)initWithName:(NSString *)name;
- (void)deposit:(int)amount in:(NSString *)cur;
@end

@implementation Account

- (instancetype)initWithName:(NSString *)name {
    self = [super init];
    if (self) {
        _name = name;
    }
    return self;
}

- (void)deposit:(int)amount in:(NSString *)cur {
    self.total += amount;
}

@end
